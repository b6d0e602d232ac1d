import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_plot: {
    kind: 'not_found',
    zh: '没有这块地。',
    en: 'There is no such plot.',
  },
  plot_too_many_corners: {
    kind: 'invalid',
    zh: '“{label}”的角点太多，最多 500 个。',
    en: '“{label}” has too many corners; at most 500.',
  },
  plot_too_few_corners: {
    kind: 'invalid',
    zh: '“{label}”至少要有三个角点。',
    en: '“{label}” needs at least three corners.',
  },
  plot_out_of_bounds: {
    kind: 'invalid',
    zh: '“{label}”画到村界外面去了，请核对位置；坐标要用 WGS-84，经度在前。',
    en: '“{label}” lies outside the village; please check where it is. Coordinates are WGS-84, longitude first.',
  },
  plot_crosses_itself: {
    kind: 'invalid',
    zh: '“{label}”的边线自己交叉了，请沿着地边重新画。',
    en: 'The outline of “{label}” crosses itself; please draw it again along its border.',
  },
  plot_size_absurd: {
    kind: 'invalid',
    zh: '“{label}”画出来是 {drawn} 平方米，不像一块地；要在 5 平方米到 1 平方公里之间。',
    en: '“{label}” comes to {drawn} m², which no plot has; between 5 m² and 1 km².',
  },
  plot_area_does_not_fit: {
    kind: 'invalid',
    zh: '“{label}”写的是 {stated} 平方米，画出来是 {drawn} 平方米，相差超过 {percent}%。',
    en: '“{label}” is said to have {stated} m²; what was drawn has {drawn} m², more than {percent} % apart.',
  },
  plot_overlaps: {
    kind: 'conflict',
    zh: '“{label}”和“{other}”重叠了 {common} 平方米，请核对两块地的边线。',
    en: '“{label}” and “{other}” overlap by {common} m²; please check the border between them.',
  },
  plot_without_keeper: {
    kind: 'invalid',
    zh: '“{label}”是自家的地，要写明是哪一户的。',
    en: '“{label}” is a household’s own land; please say whose.',
  },
  plot_kind_has_no_land: {
    kind: 'invalid',
    zh: '“{label}”不是菜地、庭院或禽畜，不能画成地块。',
    en: '“{label}” is neither a plot, a yard nor a flock; it has no land to draw.',
  },
  plot_leased_now: {
    kind: 'conflict',
    zh: '“{label}”现在有人种着，不能休耕；先退地。',
    en: 'Somebody grows on “{label}”; it rests only after it was given back.',
  },
  plot_not_for_lease: {
    kind: 'conflict',
    zh: '这是农户自家的地，不能认领。',
    en: 'This is a household’s own land and cannot be leased.',
  },
  plot_resting: {
    kind: 'conflict',
    zh: '这块地在休耕，暂时不能认领。',
    en: 'This plot is resting and cannot be leased now.',
  },
  plot_taken: {
    kind: 'conflict',
    zh: '这块地这一季已经有人认领了，请另选一块。',
    en: 'Somebody has leased this plot for the season; please choose another.',
  },
  second_plot: {
    kind: 'conflict',
    zh: '每人每季只能认领一块地，这一季已经有一块了。',
    en: 'One plot a person and season; there is one already.',
  },
  plot_by_waiting_list: {
    kind: 'conflict',
    zh: '这一季的地按积分排队分，轮到并接受以后才能认领。',
    en: 'This season’s plots go by the waiting list of points; whoever took a turn of it may choose one.',
  },
  unknown_growing_season: {
    kind: 'not_found',
    zh: '没有这个种植季。',
    en: 'There is no such growing season.',
  },
  growing_season_over: {
    kind: 'conflict',
    zh: '这个种植季已经结束。',
    en: 'This growing season is over.',
  },
  growing_season_times_wrong: {
    kind: 'invalid',
    zh: '种植季要有头有尾：结束晚于开始，不超过两年，不能已经结束。',
    en: 'A growing season ends after it begins, within two years, and not in the past.',
  },
  growing_season_overlaps: {
    kind: 'conflict',
    zh: '和“{name}”的日子重叠了；一块地同一天只能属于一个种植季。',
    en: 'It shares days with “{name}”; a plot belongs to one growing season at a time.',
  },
  no_plot_offer: {
    kind: 'invalid',
    zh: '请选一份还没开始叫号的“菜地”机会。',
    en: 'Please choose an offer of plots whose turns have not been called yet.',
  },
  waiting_list_set: {
    kind: 'conflict',
    zh: '这一季已经有排队名单了。',
    en: 'This season has its waiting list already.',
  },
  no_convention: {
    kind: 'conflict',
    zh: '还没有公布种植公约，暂时不能认领。',
    en: 'No convention has been published yet; plots cannot be leased before.',
  },
  convention_changed: {
    kind: 'conflict',
    zh: '公约改过了，请先看新的一版。',
    en: 'The convention has changed; please read its new edition first.',
  },
  unknown_lease: {
    kind: 'not_found',
    zh: '没有这份租期，或者已经结束。',
    en: 'There is no such lease, or it has ended.',
  },
  lease_not_own: {
    kind: 'forbidden',
    zh: '这不是您的地。',
    en: 'This plot is not yours.',
  },
  lease_for_oneself: {
    kind: 'invalid',
    zh: '给自己办不用写代办。',
    en: 'For yourself nobody needs to be named.',
  },
  lease_not_for_others: {
    kind: 'forbidden',
    zh: '只有村委和本组组长能替人办。',
    en: 'Only the committee, and the leader of the group, enter this for others.',
  },
  lease_for_household: {
    kind: 'forbidden',
    zh: '自家人的地请别的干部代办。',
    en: 'For one’s own household another cadre enters it.',
  },
  transfer_receiver_unknown: {
    kind: 'not_found',
    zh: '本村这个组里没有找到“{name}”，请核对姓名和组别。',
    en: 'Nobody called “{name}” was found in that group of this village; please check name and group.',
  },
  transfer_receiver_ambiguous: {
    kind: 'conflict',
    zh: '这个组里叫“{name}”的不止一人，请到村委办理。',
    en: 'There is more than one “{name}” in that group; please ask the committee.',
  },
  transfer_to_oneself: {
    kind: 'invalid',
    zh: '地已经是您的了。',
    en: 'The plot is yours already.',
  },
  no_transfer: {
    kind: 'conflict',
    zh: '没有人要把这块地转给您，或者已经收回。',
    en: 'Nobody is passing this plot on to you, or they took it back.',
  },
  bounds_wrong: {
    kind: 'invalid',
    zh: '村界要在国内，边长不超过一度，并且包住已经画好的地。',
    en: 'The bounds lie in the country, within one degree, and hold every plot that was drawn.',
  },
  not_geojson: {
    kind: 'invalid',
    zh: '这个文件不是 GeoJSON，或者里面没有地块。',
    en: 'This file is no GeoJSON, or holds no plots.',
  },
})
