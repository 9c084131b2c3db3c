// What the text of a long string beyond Latin-1 takes is counted, not guessed: it is far from too long.
const text = "漢".repeat(90_000_000);
console.log(JSON.stringify(text).length); // expect: 90000002
console.log(JSON.stringify("\ud800漢\n".repeat(5000)).length); // expect: 45002
