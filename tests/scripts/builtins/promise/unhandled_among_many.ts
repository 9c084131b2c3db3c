// The one rejection that nobody handles is found among many that are handled, also when collections come in between.
async function main() {
  let caught = 0;
  for (let i = 0; i < 20000; i++) {
    if (i === 9000) lost();
    await Promise.reject([i]).catch(() => caught++);
  }
  console.log(caught); // expect: 20000
}
function lost() {
  Promise.reject(new RangeError("lost")); // expect error: RangeError: lost
}
main();
