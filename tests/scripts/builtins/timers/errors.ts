for (const wrong of [() => setTimeout("code"), () => setInterval(), () => queueMicrotask(null), () => setImmediate({})]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type string ('code')
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received undefined
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received null
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received an instance of Object
setTimeout(() => {
  console.log("first"); // expect: first
  throw new Error("from a timer"); // expect error: Error: from a timer
});
setTimeout(() => console.log("never"));
