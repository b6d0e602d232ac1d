/** One to five stars by a tap; filled or hollow, and the number beside them. */
Component({
  properties: { value: { type: Number, value: 0 } },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { stars: number }>) {
      this.triggerEvent('choose', { stars: Number(currentTarget.dataset.stars) })
    },
  },
})
