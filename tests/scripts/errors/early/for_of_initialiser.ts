for (let x = 1 of [1]) { // expect syntax error: for-of loop variable declaration may not have an initializer.
}
