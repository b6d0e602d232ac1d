import { defineMessages } from '@azalea/client'

/** Beside a photo that shows what a rating or a spot check says. */
export const evidencePhotoMessages = defineMessages('evidence-photo', {
  zh: {
    photo: '照片',
    photoHint: '照片里的位置等信息会去掉',
    photoSending: '照片正在传……',
    photoKept: '照片先存在手机里，有网时一起送出。',
    removePhoto: '不要这张',
  },
  en: {
    photo: 'Photo',
    photoHint: 'Place and camera data are removed from it',
    photoSending: 'Sending the photo …',
    photoKept: 'The photo is kept on this phone and goes along once there is a network.',
    removePhoto: 'Remove it',
  },
})
