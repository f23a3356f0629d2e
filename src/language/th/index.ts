import { basicPack } from "../basic-pack.ts";
import { questions } from "./questions.ts";
import { words } from "./words.ts";

export const th = basicPack("th", words, questions);
