export { csv } from './csv.ts';
export { json } from './json.ts';
export { tsv } from './tsv.ts';
export { txt } from './txt.ts';
export { xlsx } from './xlsx.ts';
export { xml } from './xml.ts';
