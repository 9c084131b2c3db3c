export class Imported {}
export interface OnlyType { x: number }
export default class Def {}
export namespace Space { export class In {} }
