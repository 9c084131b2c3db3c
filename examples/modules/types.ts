// Only types: nobody imports this file at run time, so the error below is never thrown.
export interface Unused {
  never: never;
}

throw new Error("a module of types was loaded");
