export default function f() {}
export const change = () => { (f as any) = "after"; };
