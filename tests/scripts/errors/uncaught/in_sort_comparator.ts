[3, 1, 2].sort((a, b) => {
  throw new Error("cannot compare"); // expect error: Error: cannot compare
});
