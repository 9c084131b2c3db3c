export enum Kind { Circle, Square }
export interface Shape { kind: Kind; size: number }
export type Unused = string;
export const area = (s: Shape) => (s.kind === Kind.Square ? s.size ** 2 : 3 * s.size ** 2);
export default (): string => "default";
