let value = "before";
export { value as default };
export const change = () => { value = "after"; };
