// An error made while the console converts a value has the calls that led there in its stack.
function convert() {
  console.log("%d", { valueOf() { throw new Error("no"); } });
}
try {
  convert();
} catch (error) {
  const lines = (error as Error).stack!.split("\n");
  console.log(lines[0]); // expect: Error: no
  console.log(lines.some(line => line.startsWith("    at convert "))); // expect: true
}
