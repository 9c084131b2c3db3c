import { absent } from "./values.js";
