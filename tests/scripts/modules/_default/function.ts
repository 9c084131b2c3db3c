export default function twice(n: number) {
  return n * 2;
}
export const name = twice.name;
