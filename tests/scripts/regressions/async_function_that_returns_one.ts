// With a collection at every allocation the room for jobs and that for cells were asked for in turn, for ever.
async function outer(x: number) {
  return async function () {
    return x;
  };
}
outer(1).then((inner) => inner()).then((result) => console.log(result)); // expect: 1
