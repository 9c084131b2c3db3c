export namespace Types {
  export interface Shape {
    sides: number;
  }
}
export namespace Values {
  export namespace Inner {
    export const value = 7;
  }
}
