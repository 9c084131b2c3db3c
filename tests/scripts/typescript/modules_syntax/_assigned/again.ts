export import fn = require("./merged");
import value = require("./value");
export { value };
