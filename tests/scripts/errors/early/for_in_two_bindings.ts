for (let a, b in {}) { // expect syntax error: Must have a single binding
}
