throw new Error("this module should not run");
export class Thrower {}
export interface Other {}
export default class D {}
