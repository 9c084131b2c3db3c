const error = new SuppressedError("e", "s", "message");
console.log(error.error, error.suppressed, error.message, String(error)); // expect: e s message SuppressedError: message
console.log(Object.keys(error), Object.getOwnPropertyNames(error).filter((name) => name !== "stack")); // expect: [] [ 'message', 'error', 'suppressed' ]
console.log(SuppressedError.length, Object.getPrototypeOf(SuppressedError) === Error, error instanceof Error); // expect: 3 true true
console.log("message" in Object.getOwnPropertyDescriptors(SuppressedError(1, 2) as object)); // expect: false
