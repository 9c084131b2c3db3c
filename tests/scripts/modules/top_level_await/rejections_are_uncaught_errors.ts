console.log(await 1); // expect: 1
function fails() { throw new TypeError("after the await"); } // expect error: TypeError: after the await
fails();
console.log("never");
