setTimeout(() => console.log("never"));
Promise.resolve().then(() => console.log("a job")); // expect: a job
Promise.reject(new TypeError("nobody cares")); // expect error: TypeError: nobody cares
