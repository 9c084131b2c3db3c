// The way TypeScript's bundler resolution finds files: no extension, .js for .ts, a folder's index.
import { x } from "./_resolve/plain";
import { y } from "./_resolve/plain.js";
import { z } from "./_resolve/folder";
console.log(x, y, z); // expect: x y z
