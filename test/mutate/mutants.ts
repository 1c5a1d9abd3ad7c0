// Small changes of a source that a test should notice: each mutant is one span of the text and what is written in its place.
import { parseAst } from 'vite';

/** One change: from `start` up to `end` of the text stands `text` instead. */
export interface Mutant {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Which kind of change it is. */
  readonly kind: string;
  /** What stood there before. */
  readonly before: string;
}

/** A part of the syntax tree: what it is, where it stands, and whatever else the parser says of it. */
interface Part {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [name: string]: unknown;
}

/** What replaces a span of text, or nothing where the part cannot be changed so. */
type Change = readonly [kind: string, part: { readonly start: number; readonly end: number }, text: string];

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && typeof (value as Part).type === 'string';

/** Each boundary moves by one case. */
const BOUNDARIES: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const NEGATED: Readonly<Record<string, string>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '!==': '===',
};
const SUMS: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };

/** Methods and functions of numbers, money and lists, each with its opposite. */
const OPPOSITES: Readonly<Record<string, string>> = {
  plus: 'minus',
  minus: 'plus',
  times: 'div',
  div: 'times',
  lt: 'lte',
  lte: 'lt',
  gt: 'gte',
  gte: 'gt',
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  atMost: 'atLeast',
  atLeast: 'atMost',
  earlier: 'later',
  later: 'earlier',
};

const DAY = /^\d{4}-\d\d-\d\d$/;
const NUMBER_AS_TEXT = /^-?\d+(?:\.\d+)?$/;
/** Names that programs know each other by, in contrast to sentences that people read. */
const CLOSED_ID = /^[a-z][a-z0-9]*(?:[_.][a-z0-9]+)*$/;

/** The day after, without a calendar of the project, which may be what is mutated. */
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** A number that lies close enough to be plausible: the next whole one, or a tenth more. */
function closeTo(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value + 1);
  return String(Number((value * 1.1).toPrecision(12)));
}

function ofLiteral(part: Part): Change[] {
  const { value } = part;
  if (typeof value === 'number') return [['number', part, closeTo(value)]];
  if (typeof value === 'boolean') return [['boolean', part, String(!value)]];
  if (typeof value !== 'string') return [];
  if (DAY.test(value)) return [['day', part, `'${nextDay(value)}'`]];
  if (NUMBER_AS_TEXT.test(value)) return [['number', part, `'${closeTo(Number(value))}'`]];
  return CLOSED_ID.test(value) ? [['id', part, "''"]] : [];
}

/** Where the operator stands between two parts. */
function operatorOf(part: Part, source: string): { start: number; end: number } {
  const operator = String(part.operator);
  const from = (part.left as Part).end;
  const start = source.indexOf(operator, from);
  return { start, end: start + operator.length };
}

const isText = (part: unknown): boolean =>
  isPart(part) && (part.type === 'TemplateLiteral' || (part.type === 'Literal' && typeof part.value === 'string'));

function ofOperator(part: Part, source: string): Change[] {
  const operator = String(part.operator);
  const place = operatorOf(part, source);
  const changes: Change[] = [];
  if (operator in BOUNDARIES) changes.push(['boundary', place, BOUNDARIES[operator]!]);
  if (operator in NEGATED) changes.push(['negation', place, NEGATED[operator]!]);
  if (operator in SUMS && !isText(part.left) && !isText(part.right)) changes.push(['sum', place, SUMS[operator]!]);
  return changes;
}

function ofLogic(part: Part, source: string): Change[] {
  const operator = String(part.operator);
  if (operator !== '??') return [['logic', operatorOf(part, source), operator === '&&' ? '||' : '&&']];
  const right = part.right as Part;
  return [['default', part, source.slice(right.start, right.end)]];
}

function ofTest(part: Part, source: string): Change[] {
  const test = part.test;
  // A comparison is negated by its operator, and a condition of a loop that never ends tells nothing.
  if (!isPart(test) || test.type === 'BinaryExpression') return [];
  return [['condition', test, `!(${source.slice(test.start, test.end)})`]];
}

const isWayOut = (part: unknown): boolean => {
  if (!isPart(part)) return false;
  if (part.type === 'BlockStatement') return (part.body as Part[]).every(isWayOut);
  return ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(part.type);
};

function ofStatement(part: Part): Change[] {
  if (part.type === 'ExpressionStatement') return 'directive' in part && part.directive ? [] : [['removal', part, ';']];
  // An early way out.
  return part.alternate === null && isWayOut(part.consequent) ? [['removal', part, ';']] : [];
}

function ofCall(part: Part): Change[] {
  const callee = part.callee as Part;
  const name = callee.type === 'MemberExpression' ? (callee.property as Part) : callee;
  const opposite = name.type === 'Identifier' ? OPPOSITES[String(name.name)] : undefined;
  return opposite === undefined ? [] : [['opposite', name, opposite]];
}

function ofList(part: Part, source: string): Change[] {
  const members = (part.elements as (Part | null)[]).filter(isPart);
  if (members.length === 0) return [];
  return members.map((member) => {
    const comma = /^\s*,/.exec(source.slice(member.end))?.[0].length ?? 0;
    return ['member', { start: member.start, end: member.end + comma }, ''] as const;
  });
}

const CHANGES: Readonly<Record<string, (part: Part, source: string) => Change[]>> = {
  Literal: ofLiteral,
  BinaryExpression: ofOperator,
  LogicalExpression: ofLogic,
  IfStatement: (part, source) => [...ofTest(part, source), ...ofStatement(part)],
  ConditionalExpression: ofTest,
  ExpressionStatement: ofStatement,
  CallExpression: ofCall,
  ArrayExpression: ofList,
};

/** What types alone say is not run, and what is imported is no decision of the file. */
const isSilent = ({ type }: Part): boolean =>
  type === 'ImportDeclaration' ||
  type === 'ExportAllDeclaration' ||
  (type.startsWith('TS') && !/^TS(As|Satisfies|NonNull|Instantiation)/.test(type));

/** Names of members are no values: `{ 'a.b': 1 }`. The text of a fault is for the people who read the log. */
const isSkipped = (part: Part, name: string): boolean =>
  (part.type === 'Property' && name === 'key') || part.type === 'ThrowStatement' || name === 'typeAnnotation';

/** Every mutant of a source, in the order of the text. */
export function mutantsOf(path: string, source: string): Mutant[] {
  const changes: Change[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isPart(value) || isSilent(value)) return;
    changes.push(...(CHANGES[value.type]?.(value, source) ?? []));
    for (const [name, child] of Object.entries(value)) if (!isSkipped(value, name)) visit(child);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return changes
    .filter(([, { start, end }, text]) => source.slice(start, end) !== text)
    .map(([kind, { start, end }, text]) => {
      const line = source.slice(0, start).split('\n').length;
      return { path, line, start, end, text, kind, before: source.slice(start, end) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text with the change. */
export const mutated = (source: string, { start, end, text }: Mutant): string =>
  source.slice(0, start) + text + source.slice(end);
