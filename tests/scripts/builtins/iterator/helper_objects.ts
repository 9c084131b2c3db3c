const helper = [1, 2].values().map((x) => x);
console.log(String(helper), helper.next(), (helper as any).return(), helper.next(), helper[Symbol.iterator]() === helper); // expect: [object Iterator Helper] { value: 1, done: false } { value: undefined, done: true } { value: undefined, done: true } true
const wrapper = Iterator.from({ next: () => ({ value: 1, done: false }) } as any);
console.log(wrapper instanceof Iterator, wrapper.next(), Iterator.from("ab").toArray()); // expect: true { value: 1, done: false } [ 'a', 'b' ]
class Empty extends (Iterator as any) {
  next() {
    return { done: true };
  }
}
console.log(new Empty() instanceof Iterator, (new Empty() as any).toArray()); // expect: true []
