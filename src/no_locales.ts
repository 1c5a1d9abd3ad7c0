// Stands in for zod's messages in fifty languages, which are never used: every mistake is told in words of the house (src/fields/).
export {};
