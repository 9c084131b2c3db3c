export function switches(x: any) {
  switch (x) {
    case 1:
      let y = x;
    case "two":
      return y;
    default:
      return () => y;
  }
}
