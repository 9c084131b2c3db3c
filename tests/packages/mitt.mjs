import mitt from "mitt";

const bus = mitt();
bus.on("*", (type, event) => console.log("any", type, event));
const once = (e) => { console.log("once", e); bus.off("a", once); };
bus.on("a", once);
bus.on("a", (e) => console.log("a", e));
bus.emit("a", { n: 1 });
bus.emit("a", 2);
bus.emit("b");
bus.all.clear();
bus.emit("a", 3);
console.log(bus.all);
