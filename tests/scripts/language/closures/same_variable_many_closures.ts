function make() {
  let secret = 0;
  class Box {
    get value() {
      return secret;
    }
    set value(v) {
      secret = v;
    }
  }
  return { box: new Box(), add: (n: number) => (secret += n), read: () => secret };
}
const { box, add, read } = make();
box.value = 5;
add(3);
console.log(box.value, read()); // expect: 8 8
