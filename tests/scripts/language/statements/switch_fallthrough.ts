const f = (x: any) => {
  const log: string[] = [];
  switch (x) {
    case 1:
      log.push("1");
    case 2:
      log.push("2");
      break;
    default:
      log.push("default");
    case 3:
      log.push("3");
  }
  return log.join();
};
console.log([1, 2, 3, 4, "1"].map(f).join(" | ")); // expect: 1,2 | 2 | 3 | default,3 | default,3
