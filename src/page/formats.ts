// The formats in which the page asks for answers; the registry of the service has more.

export { csv } from '../formats/csv.ts';
export { json } from '../formats/json.ts';
export { xlsx } from '../formats/xlsx.ts';
