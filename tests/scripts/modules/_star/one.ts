export const one = 1, both = "one", local = "from one", same = "x";
export default "default one";
