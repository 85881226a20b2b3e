import setup from "@/tests/walks/prepare"

await setup({
  provide: (_: string, folder: string) => {
    console.log("FOLDER", folder)
  },
} as never)
process.exit(0)
