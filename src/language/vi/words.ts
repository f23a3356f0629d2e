import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "là của và các những một có được trong cho với ở tại từ đến bởi về khi nào gì ai đâu sao bao nhiêu như thế nào đã đang sẽ này đó mà thì hay hoặc vào ra trên dưới bị do để theo cũng không nó họ anh chị ông bà tôi bạn chúng ta mấy vì nên rằng cái còn hơn nhất rất đều lại".split(
    " ",
  ),
} satisfies BasicWords;
