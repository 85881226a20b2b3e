import { writeFileSync } from "node:fs"
import { fortyFigures } from "@/tests/walks/forty-figures"

writeFileSync("/tmp/forty.txt", fortyFigures())
