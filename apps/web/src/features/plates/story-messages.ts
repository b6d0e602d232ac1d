import { defineMessages } from '@azalea/client'

export const storyMessages = defineMessages('plates-story', {
  zh: {
    title: '它的故事',
    lead: '{{label}}：扫牌子的人都看得到，外来的客人也不用登录。您不讲，就不公开。',
    story: '故事',
    storyHint: '种什么、谁在管、有什么讲究。别写电话和别人的名字。',
    shown: '现在的照片',
    takeOut: '不放这张照片了',
    photo: '照片',
    photoHint: '一张就够。别拍到人脸和门牌；拍摄的地点和时间会去掉。',
    save: '公开',
    saveNothing: '收回，不再公开',
    notYours: '这块地方归别家管，由那一家或者村委会来讲。',
    toPlate: '回牌子那一页',
  },
  en: {
    title: 'Its story',
    lead: '{{label}}: whoever scans the plate sees it, guests without signing in. Nothing is public unless you tell it.',
    story: 'Story',
    storyHint: 'What grows, who cares for it. No telephone numbers, no names of others.',
    shown: 'The photo now',
    takeOut: 'Take this photo away',
    photo: 'Photo',
    photoHint: 'One is enough. No faces, no door numbers; place and time are taken out of it.',
    save: 'Make it public',
    saveNothing: 'Take it back from the public',
    notYours: 'Another household keeps this place: that household or the committee tells of it.',
    toPlate: 'To the plate',
  },
})
