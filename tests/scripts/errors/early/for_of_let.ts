for (let of [1]) { // expect syntax error: Unexpected token '['
}
