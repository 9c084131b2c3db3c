import { Deque, HashMap, LinkList, OrderedMap, OrderedSet, PriorityQueue, Queue, Stack, Vector } from "js-sdsl";

const map = new OrderedMap([], (a, b) => a - b, true);
for (let i = 0; i < 300; i++) map.setElement((i * 37) % 211, "v" + i);
console.log(map.size(), map.front(), map.back(), map.getElementByKey(50), map.lowerBound(77.5).pointer);
for (let i = 0; i < 100; i++) map.eraseElementByKey(i * 2);
console.log(map.size(), [...map].map(([key]) => key).join(" "));
const from = map.reverseLowerBound(100);
console.log(from.pointer[0], from.next().pointer[0], from.index);
const set = new OrderedSet([..."the quick brown fox jumps over the lazy dog"], (a, b) => (a < b ? -1 : a > b ? 1 : 0));
console.log([...set].join(""), set.find("q").equals(set.end()));
const queue = new PriorityQueue(Array.from({ length: 40 }, (_, i) => ({ key: (i * 17) % 41 })), (a, b) => a.key - b.key);
let drained = "";
while (!queue.empty()) drained += queue.pop().key + " ";
console.log(drained);
const deque = new Deque([1, 2, 3]);
for (let i = 0; i < 5; i++) { deque.pushFront(-i); deque.pushBack(i * 10); }
deque.sort((a, b) => a - b);
deque.eraseElementByPos(2);
console.log([...deque], deque.getElementByPos(3));
const list = new LinkList([5, 3, 9, 1]);
list.sort((a, b) => a - b);
list.merge(new LinkList([2, 4]));
list.reverse();
console.log([...list], new Stack([1, 2]).top(), new Queue([1, 2]).front(), [...new Vector([3, 1, 2]).sort()]);
const hash = new HashMap();
const key = { k: 1 };
hash.setElement(key, 1);
hash.setElement("s", 2);
hash.forEach(([k, v], i) => console.log(i, k, v));
try {
  deque.getElementByPos(99);
} catch (error) {
  console.log(error.name, error.message);
}
