import "./_unused/entry.js"; // expect syntax error: The requested module './values.js' does not provide an export named 'absent'
// A module's imports are resolved before anything runs, used or not; only TypeScript drops those that nothing uses.
