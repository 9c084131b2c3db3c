export const z = 1, a = 2;
export function m() {}
export default "d";
