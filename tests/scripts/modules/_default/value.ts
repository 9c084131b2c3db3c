const value = { v: 1 };
export default value;
