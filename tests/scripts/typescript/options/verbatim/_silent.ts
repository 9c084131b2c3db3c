console.log("never");
export type U = number;
