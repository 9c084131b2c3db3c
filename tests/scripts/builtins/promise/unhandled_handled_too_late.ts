const rejected = Promise.reject(new Error("too late")); // expect error: Error: too late
setTimeout(() => rejected.catch(() => console.log("never")));
