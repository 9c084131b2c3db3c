// The one rejection that nobody handles is found among many that are handled, also when collections come in between.
async function main() {
  let caught = 0;
  for (let i = 0; i < 5000; i++) {
    if (i === 2000) lost();
    await Promise.reject([i]).catch(() => caught++);
  }
  console.log(caught); // expect: 5000
}
function lost() {
  Promise.reject(new RangeError("lost")); // expect error: RangeError: lost
}
main();
