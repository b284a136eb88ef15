// helper
const utils = "common";
