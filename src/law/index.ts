export { jp } from './jp/jp.ts';
